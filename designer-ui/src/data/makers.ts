import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Operations } from '../api/schema.gen'

interface MakerProps {
  /** The channel of the message for which something is made. */
  channel?: string | undefined
  onClose: () => void
  onSaved: (key: string) => void
}

interface Maker {
  Form: LazyExoticComponent<ComponentType<MakerProps>>
  /** What making one calls. */
  needs: keyof Operations
}

/** The forms by which what a canvas refers to is made in place, by the kind of the field. */
export const MAKERS: Record<string, Maker | undefined> = {
  segment: {
    Form: lazy(async () => ({ default: (await import('./audience/SegmentForm')).SegmentForm })),
    needs: 'PUT /api/workspaces/{workspace}/segments/{key}',
  },
  template: {
    Form: lazy(async () => ({ default: (await import('./messages/TemplateForm')).TemplateForm })),
    needs: 'PUT /api/workspaces/{workspace}/templates/{template}',
  },
  list: {
    Form: lazy(async () => ({ default: (await import('./imports/ListImport')).ListImport })),
    needs: 'POST /api/workspaces/{workspace}/lists/{list}/import',
  },
  'coupon-batch': {
    Form: lazy(async () => ({ default: (await import('./rewards/BatchForm')).BatchForm })),
    needs: 'PUT /api/workspaces/{workspace}/coupon-batches/{batch}',
  },
  'points-account': {
    Form: lazy(async () => ({ default: (await import('./rewards/AccountForm')).AccountForm })),
    needs: 'PUT /api/workspaces/{workspace}/points-accounts/{account}',
  },
  'discount-offer': {
    Form: lazy(async () => ({ default: (await import('./rewards/OfferForm')).OfferForm })),
    needs: 'PUT /api/workspaces/{workspace}/discount-offers/{offer}',
  },
  'code-pool': {
    Form: lazy(async () => ({ default: (await import('./rewards/PoolForm')).PoolForm })),
    needs: 'PUT /api/workspaces/{workspace}/code-pools/{pool}',
  },
}
