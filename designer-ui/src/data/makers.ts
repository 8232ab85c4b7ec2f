import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

interface MakerProps {
  /** The channel of the message for which something is made. */
  channel?: string | undefined
  onClose: () => void
  onSaved: (key: string) => void
}

type Maker = LazyExoticComponent<ComponentType<MakerProps>>

/** The forms by which what a canvas refers to is made in place, by the kind of the field. */
export const MAKERS: Record<string, Maker | undefined> = {
  segment: lazy(async () => ({ default: (await import('./audience/SegmentForm')).SegmentForm })),
  template: lazy(async () => ({ default: (await import('./messages/TemplateForm')).TemplateForm })),
  list: lazy(async () => ({ default: (await import('./imports/ListImport')).ListImport })),
  'coupon-batch': lazy(async () => ({ default: (await import('./rewards/BatchForm')).BatchForm })),
  'points-account': lazy(async () => ({
    default: (await import('./rewards/AccountForm')).AccountForm,
  })),
  'discount-offer': lazy(async () => ({
    default: (await import('./rewards/OfferForm')).OfferForm,
  })),
  'code-pool': lazy(async () => ({ default: (await import('./rewards/PoolForm')).PoolForm })),
}
